// The kernels for x86-64.
#ifndef LANG_KERNEL_X86_H
#define LANG_KERNEL_X86_H

#include "lang/kernel.h"

extern const bede_kernel bede_kernel_avx2; // AVX2
extern const bede_kernel bede_kernel_vnni; // AVX-512 with VNNI, BW and VL

#endif
