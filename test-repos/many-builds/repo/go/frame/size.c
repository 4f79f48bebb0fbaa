int frame_size(int value)
{
    return value + 3;
}
