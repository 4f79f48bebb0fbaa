dnl modules enabled in this directory by default

APACHE_MODPATH_INIT(relay)

dnl #  list of object files for mod_relay
relay_objs="dnl
mod_relay.lo dnl
relay_util.lo dnl
"

APACHE_MODULE(relay, [hands requests on, by HTTP (1.1)], $relay_objs, , most)
APACHE_MODULE(relay_cast, hands requests on to many, , , most, , relay)

APACHE_MODPATH_FINISH
