// 6 lines 3 code 3 comments 0 blanks
__kernel void add(__global int *a) {
  /* one work item
     each */
  a[get_global_id(0)] += 1;
}
