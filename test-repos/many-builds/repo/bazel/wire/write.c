int wire_write(int value)
{
    return value + 2;
}
