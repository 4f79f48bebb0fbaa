int quick_python(int value)
{
    return value + 5;
}
