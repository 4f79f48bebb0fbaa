// 4 lines 3 code 1 comments 0 blanks
class Door { /* closed */
   bool open;
};
