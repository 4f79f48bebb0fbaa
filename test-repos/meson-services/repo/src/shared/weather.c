int weather_wind(const int *speeds, int count)
{
    int most = 0;
    int i;

    for (i = 0; i < count; i++)
        most = speeds[i] > most ? speeds[i] : most;
    return most;
}
