// The program's entry.
#include <stdio.h>

int main(void)
{
  puts("bede " BEDE_VERSION);
  return 0;
}
