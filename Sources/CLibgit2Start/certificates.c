// Initialising a libgit2 that was built with mbedTLS, as Debian's is, parses every certificate of the machine: more than
// half of the time that a small program on libgit2 takes. This program never opens a connection, so it needs none.
//
// libgit2 offers no way to say so before it is initialised. The dynamic linker looks in the program before it looks in
// libraries, and finds this function in place of mbedTLS's: the list of trusted certificates stays empty. Should a
// connection ever be opened, it would be refused, not trusted. A libgit2 with another TLS library never asks for it.

struct mbedtls_x509_crt;

int mbedtls_x509_crt_parse_file(struct mbedtls_x509_crt *chain, const char *path);

int mbedtls_x509_crt_parse_file(struct mbedtls_x509_crt *chain, const char *path) {
    (void)chain;
    (void)path;
    return 0;
}
