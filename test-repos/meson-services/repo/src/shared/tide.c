double tide_height(int hour)
{
    return (hour % 12) * 0.5;
}
