#include "kernel.h"

#include <errno.h>
#include <linux/if_link.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

#include "kernel_object.h"

enum { LOG_BYTES = 1 << 20, MOST_CPUS = 4096 };

static struct loaded loading; /* whose maps the object file names */

static uint64_t address(const void *of)
{
    return (uint64_t)(uintptr_t)of;
}

/* Gives what the call gives, or -errno. */
static int bpf(int command, union bpf_attr *attributes)
{
    long result = syscall(SYS_bpf, command, attributes, sizeof *attributes);

    return result < 0 ? -errno : (int)result;
}

static int create_map(uint32_t type, uint32_t key, uint32_t value, uint32_t entries)
{
    union bpf_attr wanted;

    memset(&wanted, 0, sizeof wanted);
    wanted.map_type = type;
    wanted.key_size = key;
    wanted.value_size = value;
    wanted.max_entries = entries;
    return bpf(BPF_MAP_CREATE, &wanted);
}

int kernel_refuses(void)
{
    int map = create_map(BPF_MAP_TYPE_ARRAY, 4, 4, 1);

    if (map < 0)
        return -map;
    close(map);
    return 0;
}

static int map_of(const char *name)
{
    return !strcmp(name, "rules") ? loading.rules : !strcmp(name, "counts") ? loading.counts : -1;
}

/* The reason stands in the last line before the statistics. */
static void print_refusal(char *log, int error)
{
    char *line, *reason = NULL;

    for (line = strtok(log, "\n"); line; line = strtok(NULL, "\n"))
        if (strncmp(line, "processed ", 10))
            reason = line;
    printf("# VERIFIER %s (%s)\n", reason ? reason : "says nothing", strerror(error));
}

static int load_code(const struct object *object)
{
    char *log = calloc(1, LOG_BYTES);
    union bpf_attr wanted;
    int program;

    memset(&wanted, 0, sizeof wanted);
    wanted.prog_type = BPF_PROG_TYPE_XDP;
    wanted.insns = address(object->code);
    wanted.insn_cnt = (uint32_t)object->instructions;
    wanted.license = address(object->license);
    wanted.log_level = 1;
    wanted.log_buf = address(log);
    wanted.log_size = LOG_BYTES;
    program = bpf(BPF_PROG_LOAD, &wanted);
    if (program < 0)
        print_refusal(log, -program);
    free(log);
    return program;
}

bool kernel_load(const char *file, struct loaded *to)
{
    struct object object;

    loading.rules = create_map(BPF_MAP_TYPE_HASH, sizeof(struct rule_key), 4, MOST_RULES);
    loading.counts = create_map(BPF_MAP_TYPE_PERCPU_ARRAY, 4, sizeof(struct count), VERDICTS);
    if (loading.rules < 0 || loading.counts < 0 || !object_read(file, map_of, &object))
        return false;
    loading.program = load_code(&object);
    free(object.bytes);
    *to = loading;
    return loading.program >= 0;
}

static int element(int command, int map, const void *key, void *value)
{
    union bpf_attr wanted;

    memset(&wanted, 0, sizeof wanted);
    wanted.map_fd = (uint32_t)map;
    wanted.key = address(key);
    wanted.value = address(value);
    return bpf(command, &wanted);
}

int kernel_set_rule(const struct loaded *loaded, const struct rule_key *key, uint32_t verdict)
{
    return element(BPF_MAP_UPDATE_ELEM, loaded->rules, key, &verdict);
}

int kernel_drop_rule(const struct loaded *loaded, const struct rule_key *key)
{
    return element(BPF_MAP_DELETE_ELEM, loaded->rules, key, NULL);
}

// tag::run[]
int kernel_run(const struct loaded *loaded, uint8_t *bytes, uint32_t length)
{
    union bpf_attr wanted;
    int error;

    memset(&wanted, 0, sizeof wanted);
    wanted.test.prog_fd = (uint32_t)loaded->program;
    wanted.test.data_in = wanted.test.data_out = address(bytes);
    wanted.test.data_size_in = wanted.test.data_size_out = length;
    wanted.test.repeat = 1;
    error = bpf(BPF_PROG_TEST_RUN, &wanted);
    return error < 0 ? error : (int)wanted.test.retval;
}
// end::run[]

int kernel_attach(const struct loaded *loaded, uint32_t interface, bool by_driver)
{
    union bpf_attr wanted;

    memset(&wanted, 0, sizeof wanted);
    wanted.link_create.prog_fd = (uint32_t)loaded->program;
    wanted.link_create.target_ifindex = interface;
    wanted.link_create.attach_type = BPF_XDP;
    wanted.link_create.flags = by_driver ? XDP_FLAGS_DRV_MODE : XDP_FLAGS_SKB_MODE;
    return bpf(BPF_LINK_CREATE, &wanted);
}

struct count kernel_count(const struct loaded *loaded, uint32_t verdict)
{
    static struct count each[MOST_CPUS];
    struct count sum = {0};
    uint32_t cpu;

    memset(each, 0, sizeof each);
    element(BPF_MAP_LOOKUP_ELEM, loaded->counts, &verdict, each);
    for (cpu = 0; cpu < MOST_CPUS; cpu++) {
        sum.frames += each[cpu].frames;
        sum.bytes += each[cpu].bytes;
    }
    return sum;
}
