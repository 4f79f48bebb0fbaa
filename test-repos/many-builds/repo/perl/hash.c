int quick_perl(int value)
{
    return value + 7;
}
