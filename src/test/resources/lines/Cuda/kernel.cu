// 5 lines 3 code 2 comments 0 blanks
__global__ void add(int *a) { /* threads
   one each */
  a[threadIdx.x] += 1; // "
}
