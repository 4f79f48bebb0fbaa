// 7 lines 4 code 3 comments 0 blanks
const a = `x ${1}`; // b
<template>
  <!-- a comment -->
  {{! another }}
  <p>{{a}}</p>
</template>
