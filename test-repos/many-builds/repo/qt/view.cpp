int view(int value)
{
    return value + 8;
}
