#ifndef PINGXUAN_CBID_H
#define PINGXUAN_CBID_H
#include <stdint.h>
typedef struct { uint64_t lo, hi; } cbid_t;
cbid_t cbid_add(cbid_t a, cbid_t b, uint32_t *flags);
#endif
