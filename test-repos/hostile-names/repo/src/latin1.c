/* café in Latin-1 */
int latin;
