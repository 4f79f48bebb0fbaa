int relay_handle(int client, int server);

int relay_cast(int client, const int *servers, int count)
{
    int i;
    int sent = 0;

    for (i = 0; i < count; i++)
        sent += relay_handle(client, servers[i]) == 0;
    return sent;
}
