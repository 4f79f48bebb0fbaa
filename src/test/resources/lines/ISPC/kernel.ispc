// 7 lines 5 code 1 comments 1 blanks
export void add(uniform int a[]) {
  foreach (i = 0 ... 8) { /* lanes */
    a[i] += 1;
  }

}
