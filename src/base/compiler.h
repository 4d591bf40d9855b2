// Everything that depends on the compiler stands here and nowhere else.
#ifndef BASE_COMPILER_H
#define BASE_COMPILER_H

#define BEDE_UNUSED __attribute__((unused))
#define BEDE_PRINTF(fmt, args) __attribute__((format(printf, fmt, args)))
#define BEDE_PREFETCH(p) __builtin_prefetch((p), 0, 3)
// The number of the lowest bit that is set of an unsigned that is not 0.
#define BEDE_LOWEST_BIT(x) ((uint32_t)__builtin_ctz(x))
// After a typedef of a number: a vector of `bytes` that may stand anywhere.
#define BEDE_VECTOR(bytes, align)                                              \
  __attribute__((vector_size(bytes), aligned(align)))

// Before a loop of a constant number of rounds, so that what it keeps in an
// array stays in registers.
#if defined(__clang__)
#define BEDE_UNROLL _Pragma("unroll")
#elif defined(__GNUC__)
#define BEDE_UNROLL _Pragma("GCC unroll 16")
#else
#define BEDE_UNROLL
#endif

// x86-64 with a compiler that makes functions for one processor among others.
// bede_cpu_has_ asks, when the program runs, what processor and system offer.
#if defined(__x86_64__) && defined(__GNUC__)
#define BEDE_X86 1
#define BEDE_TARGET(features) __attribute__((target(features)))
#define bede_cpu_has_avx2() __builtin_cpu_supports("avx2")
#define bede_cpu_has_vnni()                                                    \
  (__builtin_cpu_supports("avx2") && __builtin_cpu_supports("avx512f") &&      \
   __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512vl") && \
   __builtin_cpu_supports("avx512vnni"))
#endif

// Embeds FILE (a string literal, found through the include path) as the
// read-only bytes SYMBOL .. SYMBOL_end, aligned to 64. Use at file scope and
// declare `extern const unsigned char SYMBOL[], SYMBOL_end[];` beside it.
#define BEDE_INCBIN(symbol, file)                                              \
  __asm__(".section .rodata\n.balign 64\n.global " #symbol                     \
          "\n.hidden " #symbol "\n.global " #symbol "_end\n.hidden " #symbol   \
          "_end\n" #symbol ":\n"                                               \
          ".incbin \"" file "\"\n" #symbol "_end:\n.byte 0\n.previous\n")

#endif
