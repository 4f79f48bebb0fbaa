static double sum;
static long count;

void plugin_value(double value)
{
    sum += value;
    count++;
}

double plugin_result(void)
{
    return count == 0 ? 0 : sum / count;
}
