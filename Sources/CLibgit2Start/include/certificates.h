// Nothing to call: certificates.c is here to be linked.
