int quick_ruby(int value)
{
    return value + 6;
}
