package org.memcensus.scan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.memcensus.model.Advice;

/** What the built-in catalogue says of small trees, each a directory with one file of ours. */
class CatalogueAdviceTest {
    @TempDir
    private Path root;

    /** The projects that are named to what holds a file, which calls each of some functions, beside code in Rust. */
    private List<String> projects(String path, String header, String... calls) throws Exception {
        StringBuilder code = new StringBuilder("#include <" + header + ">\nint f(void *s) {\n");
        for (String call : calls) {
            code.append("    ").append(call).append("(s);\n");
        }
        code.append("    s = 0;\n".repeat(120));
        return projects(Map.of(path, code.append("}\n").toString(), "lib/lib.rs", "pub fn f() {}\n".repeat(220)));
    }

    private List<String> projects(Map<String, String> files) throws Exception {
        return advice(files).stream()
                .map(advice -> advice.replacement().project())
                .toList();
    }

    private List<Advice.Fit> fits(Map<String, String> files) throws Exception {
        return advice(files).stream().map(Advice::fit).toList();
    }

    /** The advice for these files, beside a program that calls what they define. */
    private List<Advice> advice(Map<String, String> files) throws Exception {
        Path tree = Files.createTempDirectory(root, "tree");
        Map<String, String> all = new HashMap<>(Map.of("app/main.c", "int f(int);\nint main(void) { return f(1); }\n"));
        all.putAll(files);
        for (Map.Entry<String, String> file : all.entrySet()) {
            Path path = tree.resolve(file.getKey());
            Files.createDirectories(path.getParent());
            Files.writeString(path, file.getValue());
        }
        return new Scan(ScanOptions.of(tree.toString()).but().build(), ScanProgress.NONE)
                .run().modules().stream()
                        .flatMap(module -> module.advice().stream())
                        .toList();
    }

    @Test
    void gnutls_is_replaced_where_it_speaks_tls_and_not_where_it_makes_certificates() throws Exception {
        assertEquals(
                List.of("rustls-ffi"),
                projects(
                        "lib/session.c",
                        "gnutls/gnutls.h",
                        "gnutls_init",
                        "gnutls_handshake",
                        "gnutls_record_send",
                        "gnutls_record_recv"));
        assertEquals(
                List.of(),
                projects(
                        "lib/pairing.c",
                        "gnutls/gnutls.h",
                        "gnutls_global_init",
                        "gnutls_x509_crt_init",
                        "gnutls_x509_crt_set_key",
                        "gnutls_x509_crt_sign",
                        "gnutls_x509_crt_export"));
    }

    @Test
    void what_speaks_dtls_is_told_of_no_library_that_speaks_tls_alone() throws Exception {
        assertEquals(
                List.of("rustls-ffi"),
                projects(
                        "lib/input.c",
                        "openssl/ssl.h",
                        "SSL_CTX_new",
                        "SSL_new",
                        "SSL_accept",
                        "SSL_read",
                        "SSL_write"));
        assertEquals(
                List.of(),
                projects(
                        "lib/input.c",
                        "openssl/ssl.h",
                        "DTLS_server_method",
                        "SSL_new",
                        "SSL_accept",
                        "SSL_read",
                        "SSL_write"));
    }

    @Test
    void what_needs_more_of_tls_than_the_replacement_has_is_not_told_of_it() throws Exception {
        for (String more : List.of("SSL_dane_enable", "SSL_export_keying_material", "SSL_renegotiate", "X509_sign")) {
            assertEquals(
                    List.of(),
                    projects("lib/tls.c", "openssl/ssl.h", more, "SSL_new", "SSL_accept", "SSL_read", "SSL_write"),
                    more);
        }
    }

    @Test
    void users_of_librsvg_have_the_port_already() throws Exception {
        assertEquals(
                List.of(),
                projects("lib/svg.c", "librsvg/rsvg.h", "rsvg_handle_new", "rsvg_a", "rsvg_b", "rsvg_c", "rsvg_d"));
    }

    @Test
    void a_fork_of_yara_is_no_user_of_it() throws Exception {
        String[] user = {"yr_initialize", "yr_compiler_create", "yr_rules_scan_file", "yr_finalize"};
        String[] fork = {"yr_arena_create", "yr_parser_emit", "yr_execute_code", "yr_finalize"};
        assertEquals(List.of("YARA-X"), projects("lib/scan.c", "yara.h", user));
        assertEquals(List.of(), projects("lib/scan.c", "yara.h", fork));
    }

    @Test
    void figures_of_dns_and_a_microcontroller_are_no_place_for_a_parser() throws Exception {
        String[] calls = new String[22];
        Arrays.fill(calls, "dns_parse");
        calls[0] = "ntohs";
        assertEquals(List.of("hickory-proto"), projects("lib/dns.c", "stdint.h", calls));
        assertEquals(List.of(), projects("lib/shared_dns_memory.c", "stdint.h", calls));
        assertEquals(List.of(), projects("lib/mdns.c", "lwip/udp.h", calls));
    }

    @Test
    void what_asks_another_for_names_takes_no_dns_messages_apart() throws Exception {
        String[] calls = new String[30];
        Arrays.fill(calls, "dns_parse");
        assertEquals(List.of(), projects("lib/dns.c", "stdint.h", calls), "it reads no integers of the wire");
        calls[0] = "ntohs";
        assertEquals(List.of(), projects("lib/resolver.c", "stdint.h", calls));
        Arrays.fill(calls, "dns_query");
        calls[0] = "ntohs";
        assertEquals(List.of(), projects("lib/dns.c", "stdint.h", calls), "it parses nothing");
        assertEquals(List.of(), projects("lib/dns.c", "stdint.h", Arrays.copyOf(calls, 12)));
    }

    @Test
    void where_no_rust_is_yet_a_crate_is_no_first_step() throws Exception {
        String code = "#include <stdio.h>\n" + "int f(int s) { return png_row(s) + png_end(s); }\n".repeat(120);
        assertEquals(List.of(), projects(Map.of("lib/load_png.c", code)));
        assertEquals(
                List.of("png"), projects(Map.of("lib/load_png.c", code, "lib/lib.rs", "pub fn f() {}\n".repeat(220))));
    }

    @Test
    void firmware_is_told_of_no_library_that_needs_a_system() throws Exception {
        String code = "#include <zlib.h>\n" + "int f(int s) { return inflate(s) + crc32(s); }\n".repeat(120);
        assertEquals(List.of("zlib-rs"), projects(Map.of("boot/load.c", code, "boot/Makefile", "CFLAGS=-Os\n")));
        assertEquals(List.of(), projects(Map.of("boot/load.c", code, "boot/Makefile", "CFLAGS=-Os -ffreestanding\n")));
    }

    @Test
    void libssl_in_rust_is_not_named_to_who_calls_what_it_has_not() throws Exception {
        String[] calls = new String[120];
        Arrays.fill(calls, "SSL_read");
        calls[0] = "SSL_CTX_new";
        assertEquals(List.of("rustls-openssl-compat"), projects("lib/tls.c", "openssl/ssl.h", calls));
        calls[7] = "SSL_read_ex";
        assertEquals(List.of(), projects("lib/tls.c", "openssl/ssl.h", calls), "and too many calls to change");
        assertEquals(List.of("rustls-ffi"), projects("lib/tls.c", "openssl/ssl.h", Arrays.copyOf(calls, 9)));
    }

    @Test
    void who_asks_for_tls_1_0_alone_is_told_of_no_library_that_begins_at_1_2() throws Exception {
        String[] calls = {"SSL_CTX_new", "SSL_connect", "SSL_read", "SSL_write", "SSL_shutdown"};
        assertEquals(List.of("rustls-ffi"), projects("lib/tls.c", "openssl/ssl.h", calls));
        calls[4] = "TLSv1_client_method";
        assertEquals(List.of(), projects("lib/tls.c", "openssl/ssl.h", calls));
    }

    @Test
    void functions_of_av1_that_are_not_those_of_libaom_are_no_calls_of_it() throws Exception {
        String header = "aom/aom_encoder.h";
        String[] own = {"av1_obu_decode", "av1_obu_count", "av1_packetize", "av1_aggr_decode"};
        assertEquals(List.of(), projects("lib/av1.c", header, own));
        String[] calls = {"aom_codec_enc_init", "aom_codec_enc_config_default", "aom_codec_encode", "aom_codec_encode"};
        assertEquals(List.of("rav1e"), projects("lib/av1.c", header, calls));
    }

    @Test
    void who_takes_commands_of_openssl_from_its_users_is_told_of_no_library_without_them() throws Exception {
        String[] calls = {"SSL_CTX_new", "SSL_connect", "SSL_read", "SSL_write", "SSL_shutdown"};
        assertEquals(List.of("rustls-ffi"), projects("lib/tls.c", "openssl/ssl.h", calls));
        calls = Arrays.copyOf(calls, 6);
        calls[5] = "SSL_CONF_cmd";
        assertEquals(List.of(), projects("lib/tls.c", "openssl/ssl.h", calls));
    }

    @Test
    void who_is_given_its_connections_cannot_change_what_they_are() throws Exception {
        String[] calls = {"SSL_set_fd", "SSL_accept", "SSL_read", "SSL_write", "SSL_shutdown"};
        assertEquals(List.of(), projects("lib/stream.c", "openssl/ssl.h", calls));
        calls[0] = "SSL_CTX_new";
        assertEquals(List.of("rustls-ffi"), projects("lib/stream.c", "openssl/ssl.h", calls));
    }

    @Test
    void who_only_sums_bytes_by_zlib_decodes_nothing() throws Exception {
        String[] calls = {"crc32", "crc32", "adler32", "adler32", "crc32", "inflateInit", "inflate", "inflateEnd"};
        assertEquals(List.of(), projects("lib/sum.c", "zlib.h", calls));
        calls[0] = "inflateReset";
        assertEquals(List.of("zlib-rs"), projects("lib/sum.c", "zlib.h", calls));
    }

    @Test
    void functions_of_a_program_that_begin_as_those_of_a_library_are_no_calls_of_it() throws Exception {
        String[] own = {"inflate_all", "deflate_file", "uncompress_file", "gzopen_checked", "inflate", "inflateEnd"};
        assertEquals(List.of(), projects("lib/pack.c", "zlib.h", own));
        assertEquals(
                List.of("zlib-rs"),
                projects("lib/pack.c", "zlib.h", "inflateInit", "inflate", "inflateReset", "inflateEnd"));
        String[] plugin = {"dav1d_plugin_name", "dav1d_init_plugin", "dav1d_new_decoder", "dav1d_open", "dav1d_close"};
        assertEquals(List.of(), projects("lib/av1.c", "dav1d/dav1d.h", plugin));
        String[] asking = {"rust_demangle", "rust_demangle_symbol", "rust_demangle_name", "rust_demangle_all"};
        assertEquals(List.of(), projects("lib/symbols.c", "demangle.h", asking));
    }

    @Test
    void who_asks_for_the_bytes_of_a_changed_zlib_has_no_other() throws Exception {
        String[] plain = {"deflateInit", "deflate", "deflateReset", "deflateEnd"};
        String[] changed = {"Z_RSYNCABLE", "deflateInit", "deflate", "deflateReset", "deflateEnd"};
        assertEquals(List.of("zlib-rs"), projects("lib/pack.c", "zlib.h", plain));
        assertEquals(List.of(), projects("lib/pack.c", "zlib.h", changed));
    }

    @Test
    void keys_are_not_had_from_a_library_that_keeps_them() throws Exception {
        String[] keys = {
            "gnutls_init", "gnutls_handshake", "gnutls_record_get_state", "gnutls_transport_set_int", "gnutls_bye"
        };
        assertEquals(List.of(), projects("lib/tls.c", "gnutls/gnutls.h", keys));
    }

    @Test
    void what_wraps_bzip2_in_files_of_the_names_of_bzip2_is_no_copy_of_it() throws Exception {
        String wraps = "#include <bzlib.h>\nint f(void *s) {\n"
                + "  BZ2_bzCompress(s, 1);\n  BZ2_bzDecompress(s);\n".repeat(120)
                + "  return 0;\n}\n";
        Map<String, String> tree =
                Map.of("configure.ac", "AC_INIT\n", "app/bz2/compress.c", wraps, "app/bz2/decompress.c", wraps);
        assertEquals(List.of(Advice.Fit.USES), fits(tree));
        Map<String, String> copy =
                Map.of("configure.ac", "AC_INIT\n", "app/bz2/blocksort.c", wraps, "app/bz2/decompress.c", wraps);
        assertEquals(List.of(Advice.Fit.IS), fits(copy));
    }

    @Test
    void zstd_is_not_named_where_it_compresses_too() throws Exception {
        String[] calls = {"ZSTD_createDStream", "ZSTD_initDStream", "ZSTD_decompressStream", "ZSTD_decompress"};
        assertEquals(List.of("libzstd-rs-sys"), projects("lib/log.c", "zstd.h", calls));
        calls = Arrays.copyOf(calls, 5);
        calls[4] = "ZSTD_compress2";
        assertEquals(List.of(), projects("lib/log.c", "zstd.h", calls));
    }

    @Test
    void what_binds_a_login_to_its_channel_needs_more_than_rustls_has() throws Exception {
        String[] openssl = {"SSL_connect", "SSL_read", "SSL_write", "SSL_shutdown", "SSL_get_finished"};
        assertEquals(List.of(), projects("lib/session.c", "openssl/ssl.h", openssl));
        String[] gnutls = {
            "gnutls_init",
            "gnutls_handshake",
            "gnutls_record_send",
            "gnutls_record_recv",
            "gnutls_session_channel_binding"
        };
        assertEquals(List.of(), projects("lib/session.c", "gnutls/gnutls.h", gnutls));
    }

    @Test
    void the_programs_of_a_copy_are_not_ours() throws Exception {
        String code = "#include <zlib.h>\n" + "int f(int s) { return inflate(s) + crc32(s); }\n".repeat(120);
        Map<String, String> tree =
                new HashMap<>(Map.of("pack/io/io.c", code, "pack/NEWS", "1.2\n", "LICENSE", "free\n"));
        assertEquals(List.of("zlib-rs"), projects(tree), "a directory of the project itself");
        tree.put("pack/COPYING", "free\n");
        assertEquals(List.of(), projects(tree));
        tree.remove("pack/NEWS");
        assertEquals(List.of("zlib-rs"), projects(tree), "a part with a licence of its own");
        tree.put("pack/NEWS", "1.2\n");
        tree.remove("LICENSE");
        assertEquals(List.of("zlib-rs"), projects(tree), "all of the project lies in it");
        tree.put("licenses/free.txt", "free\n");
        assertEquals(List.of(), projects(tree));
        assertEquals(List.of(), projects(Map.of("lib/pack-1.2/io.c", code)));
    }

    @Test
    void a_deflate_of_its_own_is_no_zlib() throws Exception {
        String code = "#include \"zlib.h\"\n" + "int f(int s) { return deflate(s) + inflate(s); }\n".repeat(120);
        Map<String, String> own =
                Map.of("flate/deflate.c", code, "flate/trees.c", code, "flate/zlib.h", "enum { A };\n");
        assertEquals(List.of(), projects(own));
        Map<String, String> copy = new HashMap<>(own);
        copy.put("flate/zconf.h", "#define A 1\n");
        assertEquals(List.of("zlib-rs"), projects(copy));
    }

    @Test
    void zstd_is_replaced_where_it_decompresses() throws Exception {
        assertEquals(
                List.of("libzstd-rs-sys"),
                projects(
                        "lib/read.c",
                        "zstd.h",
                        "ZSTD_createDStream",
                        "ZSTD_initDStream",
                        "ZSTD_decompressStream",
                        "ZSTD_getFrameContentSize"));
        assertEquals(
                List.of(),
                projects(
                        "lib/write.c",
                        "zstd.h",
                        "ZSTD_createCStream",
                        "ZSTD_initCStream",
                        "ZSTD_compressStream",
                        "ZSTD_freeCStream"));
    }

    @Test
    void what_is_too_young_is_linked_only_where_there_are_too_many_calls_to_change() throws Exception {
        String[] calls = new String[120];
        Arrays.fill(calls, "SSL_read");
        calls[0] = "SSL_CTX_new";
        assertEquals(List.of("rustls-openssl-compat"), projects("lib/tls.c", "openssl/ssl.h", calls));
        assertEquals(List.of("rustls-ffi"), projects("lib/tls.c", "openssl/ssl.h", Arrays.copyOf(calls, 9)));
    }

    @Test
    void what_asks_a_tls_library_for_certificates_takes_none_apart() throws Exception {
        String[] calls = {"x509_parse", "x509_next", "x509_verify", "x509_name", "x509_end"};
        assertEquals(List.of("x509-parser"), projects("lib/x509.c", "stdio.h", calls));
        assertEquals(List.of(), projects("lib/schannel-x509.c", "stdio.h", calls));
    }

    @Test
    void what_only_reads_certificates_by_a_tls_library_speaks_no_tls() throws Exception {
        assertEquals(
                List.of(),
                projects(
                        "lib/family.c",
                        "openssl/ssl.h",
                        "SSL_CTX_new",
                        "SSL_CTX_use_certificate_file",
                        "SSL_CTX_use_PrivateKey_file",
                        "SSL_new",
                        "SSL_get_certificate"));
    }

    @Test
    void anonymous_or_lowered_tls_is_told_of_no_library_that_refuses_it() throws Exception {
        String[] gnutls = {
            "gnutls_init", "gnutls_handshake", "gnutls_record_send", "gnutls_record_recv", "gnutls_anon_set_params"
        };
        assertEquals(List.of(), projects("lib/session.c", "gnutls/gnutls.h", gnutls));
        String[] openssl = {"SSL_connect", "SSL_read", "SSL_write", "SSL_shutdown", "SSL_CTX_set_security_level"};
        assertEquals(List.of(), projects("lib/session.c", "openssl/ssl.h", openssl));
    }

    @Test
    void quic_on_a_tls_library_of_its_own_is_not_told_of_one_that_brings_another() throws Exception {
        String[] calls = {"ngtcp2_conn_new", "ngtcp2_conn_read", "ngtcp2_conn_write", "ngtcp2_conn_del"};
        assertEquals(List.of("quiche"), projects("lib/h3.c", "ngtcp2/ngtcp2.h", calls));
        assertEquals(List.of(), projects("lib/h3.c", "ngtcp2/ngtcp2.h>\n#include <openssl/ssl.h", calls));
    }

    @Test
    void what_writes_an_image_or_a_font_does_not_take_one_apart() throws Exception {
        String[] calls = {"png_begin", "png_next", "png_end", "png_row"};
        assertEquals(List.of("png"), projects("lib/load_png.c", "stdio.h", calls));
        for (String file : List.of("export_png.c", "output-png.c", "PngOptimizer.c", "png_writer.c")) {
            assertEquals(List.of(), projects("lib/" + file, "stdio.h", calls), file);
        }
    }

    @Test
    void what_sorts_addresses_takes_no_dns_messages_apart() throws Exception {
        String[] calls = new String[22];
        Arrays.fill(calls, "dns_parse");
        calls[0] = "ntohs";
        assertEquals(List.of(), projects("lib/sort-dns.c", "stdint.h", calls));
    }

    @Test
    void verified_code_is_not_called_home_grown_cryptography() throws Exception {
        String[] calls = {"chacha20_block", "chacha20_init", "chacha20_encrypt", "poly1305_update", "poly1305_finish"};
        assertEquals(List.of("RustCrypto"), projects("lib/chacha20.c", "stdint.h", calls));
        assertEquals(List.of(), projects("lib/Hacl_Chacha20.c", "stdint.h", calls));
        assertEquals(List.of(), projects("lib/chacha20.c", "mbedtls/chacha20.h", calls), "a copy of Mbed TLS");
    }

    @Test
    void the_amalgamation_of_sqlite_is_recognised_in_a_sys_crate() throws Exception {
        String code = "#include \"sqlite3.h\"\nstatic int step(void *p) {\n"
                + "  sqlite3_free(p);\n".repeat(300)
                + "  return sqlite3_step(p);\n}\n";
        assertEquals(
                List.of("Turso Database"),
                projects(Map.of(
                        "Cargo.toml",
                        "[package]\nname = \"sql-sys\"\nversion = \"1.0.0\"\n",
                        "src/lib.rs",
                        "pub fn f() {}\n".repeat(220),
                        "sqlite3/sqlite3.h",
                        "int sqlite3_step(void *p);\n",
                        "sqlite3/sqlite3.c",
                        code)));
    }
}
