#include "php.h"
#include <zlib.h>

static unsigned char out[4096];

PHP_FUNCTION(quick2_unpack)
{
    z_stream stream = {0};
    char *data;
    size_t length;

    if (zend_parse_parameters(ZEND_NUM_ARGS(), "s", &data, &length) == FAILURE) {
        return;
    }
    stream.next_in = (Bytef *)data;
    stream.avail_in = length;
    stream.next_out = out;
    stream.avail_out = sizeof(out);
    inflateInit(&stream);
    inflate(&stream, Z_FINISH);
    inflateEnd(&stream);
    RETURN_LONG(quick2_sum(out, stream.total_out));
}
