// 4 lines 2 code 1 comments 1 blanks
shared int a[THREADS]; /* one each */

upc_barrier;
