class Tool
{
    static int Next(int value) => value + 1;
}
