int tray(int value)
{
    return value + 9;
}
