int wire_read(int value)
{
    return value + 1;
}
