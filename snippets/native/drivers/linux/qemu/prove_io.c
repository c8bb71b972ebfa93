/*
 * What the proof needs inside the guest and busybox has not: a stream with a known sum,
 * a driver's own counters, and offloads turned on and off. Linked statically.
 *
 *     prove_io send <address> <port> <bytes> <seed>   prints bytes and sum
 *     prove_io receive <port>                         prints bytes and sum
 *     prove_io udp <address> <port> <datagrams> <bytes>
 *     prove_io counter <interface> <name>
 *     prove_io tso <interface> <0 or 1>
 */
#include <arpa/inet.h>
#include <errno.h>
#include <linux/ethtool.h>
#include <linux/sockios.h>
#include <net/if.h>
#include <netinet/in.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

static int die(const char *what)
{
    fprintf(stderr, "prove_io: %s: %s\n", what, strerror(errno));
    return 1;
}

/* FNV-1a, 64 bits: another order or a lost byte gives another sum. */
static uint64_t sum(uint64_t sum, const uint8_t *bytes, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++)
        sum = (sum ^ bytes[i]) * 0x100000001b3u;
    return sum;
}

static void fill(uint64_t *state, uint8_t *bytes, size_t count)
{
    size_t i;

    for (i = 0; i < count; i++) { /* xorshift64 */
        *state ^= *state << 13;
        *state ^= *state >> 7;
        *state ^= *state << 17;
        bytes[i] = (uint8_t)(*state >> 32);
    }
}

static socklen_t address_of(const char *text, int port, struct sockaddr_storage *address)
{
    struct sockaddr_in *v4 = (struct sockaddr_in *)address;
    struct sockaddr_in6 *v6 = (struct sockaddr_in6 *)address;

    memset(address, 0, sizeof *address);
    if (inet_pton(AF_INET, text, &v4->sin_addr) == 1) {
        v4->sin_family = AF_INET;
        v4->sin_port = htons((uint16_t)port);
        return sizeof *v4;
    }
    inet_pton(AF_INET6, text, &v6->sin6_addr);
    v6->sin6_family = AF_INET6;
    v6->sin6_port = htons((uint16_t)port);
    return sizeof *v6;
}

static int send_stream(const char *text, int port, long bytes, uint64_t seed)
{
    static uint8_t buffer[65536];
    struct sockaddr_storage address;
    socklen_t length = address_of(text, port, &address);
    uint64_t hash = 0xcbf29ce484222325u;
    long left = bytes;
    int out = socket(address.ss_family, SOCK_STREAM, 0);

    if (connect(out, (struct sockaddr *)&address, length) < 0)
        return die("connect");
    while (left > 0) {
        size_t part = left < (long)sizeof buffer ? (size_t)left : sizeof buffer, at = 0;

        fill(&seed, buffer, part);
        hash = sum(hash, buffer, part);
        while (at < part) {
            ssize_t sent = write(out, buffer + at, part - at);

            if (sent < 0)
                return die("write");
            at += (size_t)sent;
        }
        left -= (long)part;
    }
    printf("%ld %016llx\n", bytes, (unsigned long long)hash);
    return close(out);
}

static int receive_stream(int port)
{
    static uint8_t buffer[65536];
    struct sockaddr_in6 any = {.sin6_family = AF_INET6, .sin6_port = htons((uint16_t)port)};
    uint64_t hash = 0xcbf29ce484222325u;
    long bytes = 0;
    ssize_t got;
    int one = 1, in, listener = socket(AF_INET6, SOCK_STREAM, 0);

    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &one, sizeof one);
    if (bind(listener, (struct sockaddr *)&any, sizeof any) < 0 || listen(listener, 1) < 0)
        return die("listen");
    in = accept(listener, NULL, NULL);
    while ((got = read(in, buffer, sizeof buffer)) > 0) {
        hash = sum(hash, buffer, (size_t)got);
        bytes += got;
    }
    if (got < 0)
        return die("read");
    printf("%ld %016llx\n", bytes, (unsigned long long)hash);
    return 0;
}

static int send_datagrams(const char *text, int port, long count, size_t bytes)
{
    static uint8_t buffer[65536];
    struct sockaddr_storage address;
    socklen_t length = address_of(text, port, &address);
    int out = socket(address.ss_family, SOCK_DGRAM, 0);
    long i;

    for (i = 0; i < count; i++)
        if (sendto(out, buffer, bytes, 0, (struct sockaddr *)&address, length) < 0 &&
            errno != ECONNREFUSED && errno != ENOBUFS)
            return die("sendto");
    return 0;
}

static int ask(const char *name, void *question)
{
    struct ifreq request = {.ifr_data = question};
    int any = socket(AF_INET, SOCK_DGRAM, 0), answer;

    strncpy(request.ifr_name, name, IFNAMSIZ - 1);
    answer = ioctl(any, SIOCETHTOOL, &request);
    close(any);
    return answer;
}

static int print_counter(const char *interface, const char *name)
{
    static union {
        struct ethtool_gstrings names;
        struct ethtool_stats values;
        uint8_t room[16384];
    } names, values;
    uint32_t i;

    names.names = (struct ethtool_gstrings){.cmd = ETHTOOL_GSTRINGS, .string_set = ETH_SS_STATS};
    values.values = (struct ethtool_stats){.cmd = ETHTOOL_GSTATS};
    if (ask(interface, &names) < 0 || ask(interface, &values) < 0)
        return die("ethtool");
    for (i = 0; i < values.values.n_stats; i++)
        if (!strcmp((char *)names.names.data + i * ETH_GSTRING_LEN, name))
            return printf("%llu\n", (unsigned long long)values.values.data[i]) < 0;
    return 1;
}

int main(int count, char **words)
{
    if (count == 6 && !strcmp(words[1], "send"))
        return send_stream(words[2], atoi(words[3]), atol(words[4]), strtoull(words[5], NULL, 0));
    if (count == 3 && !strcmp(words[1], "receive"))
        return receive_stream(atoi(words[2]));
    if (count == 6 && !strcmp(words[1], "udp"))
        return send_datagrams(words[2], atoi(words[3]), atol(words[4]), (size_t)atol(words[5]));
    if (count == 4 && !strcmp(words[1], "counter"))
        return print_counter(words[2], words[3]);
    if (count == 4 && !strcmp(words[1], "tso")) {
        struct ethtool_value wanted = {.cmd = ETHTOOL_STSO, .data = (uint32_t)atoi(words[3])};

        return ask(words[2], &wanted) < 0 ? die("tso") : 0;
    }
    fprintf(stderr, "prove_io: see the head of prove_io.c\n");
    return 2;
}
