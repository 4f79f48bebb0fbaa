int quick_node(int value)
{
    return value + 4;
}
