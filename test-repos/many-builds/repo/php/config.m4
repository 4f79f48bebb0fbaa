PHP_ARG_ENABLE(quick2, whether to build quick2, [  --enable-quick2])
if test "$PHP_QUICK2" != "no"; then
  PHP_ADD_LIBRARY(z, 1, QUICK2_SHARED_LIBADD)
  PHP_NEW_EXTENSION(quick2, quick2.c quick2_sums.c, $ext_shared)
fi
