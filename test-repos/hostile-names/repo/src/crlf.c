/* DOS line ends */
int one;

int two;
