// Functions that no source of ours may call, enforced by the compiler: this
// file is included before every source by the build. What to use instead:
// bede_buf_* and snprintf for strings, bede_str_u32 and strtol for numbers,
// base/date.h for dates, bede_str_cut for splitting, no locale at all.
#ifndef BASE_BANNED_H
#define BASE_BANNED_H

// The headers that declare the names come first: a poisoned name may not be
// seen again, not even in a system header.
#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#pragma GCC poison strcpy strcat strncpy sprintf strtok gets atoi
#pragma GCC poison ctime localtime gmtime mktemp setlocale

#endif
