/*
 * The XDP program in the running kernel: the verifier lets it in, and BPF_PROG_TEST_RUN gives
 * for each frame, cut anywhere, the verdict and the bytes that user space gives. Skipped
 * where bpf(2) is not allowed or no compiler for BPF was there.
 *
 *     ebpf-kernel-test                      the tests, from the folder above ebpf/
 *     ebpf-kernel-test record               prints verdicts.tsv as this kernel gives it
 *     ebpf-kernel-test attach <interface>   until SIGTERM, then prints what it counted
 */
#include <errno.h>
#include <net/if.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/utsname.h>
#include <unistd.h>

#include "host.h"
#include "kernel.h"
#include "tap.h"

#define FOLDER "ebpf"

static const struct vectors *vectors;
static char object[512];
static struct loaded loaded;

static bool load(void)
{
    uint32_t i;

    if (!tap_check(kernel_load(object, &loaded)))
        return false;
    for (i = 0; i < vectors->rules; i++)
        tap_equal(0, kernel_set_rule(&loaded, &vectors->rule[i].key, vectors->rule[i].verdict));
    return true;
}

static uint32_t run(uint8_t *bytes, uint32_t length)
{
    int verdict = kernel_run(&loaded, bytes, length);

    if (verdict < 0)
        printf("# BPF_PROG_TEST_RUN, %u bytes: %s\n", length, strerror(-verdict));
    return verdict < 0 ? VERDICTS : (uint32_t)verdict;
}

static void the_verifier_accepts(void)
{
    tap_check(load());
}

static void each_frame_as_written(void)
{
    uint8_t bytes[LONGEST_FRAME];
    uint32_t i;

    for (i = 0; load() && i < vectors->frames; i++) {
        const struct frame *frame = &vectors->frame[i];

        memcpy(bytes, frame->bytes, frame->length);
        tap_equal(frame->expected, run(bytes, frame->length));
    }
}

static void answers_as_recorded(void)
{
    if (load())
        tap_check(answers_are_recorded(FOLDER, vectors, run));
}

static void each_byte_as_in_user_space(void)
{
    uint8_t here[LONGEST_FRAME], there[LONGEST_FRAME];
    uint32_t i, length;

    if (!load())
        return;
    for (i = 0; i < vectors->frames; i++)
        for (length = LEAST_FRAME; length <= vectors->frame[i].length; length++) {
            memcpy(here, vectors->frame[i].bytes, length);
            memcpy(there, vectors->frame[i].bytes, length);
            tap_equal(host_judge(here, length), run(there, length));
            tap_check(!memcmp(here, there, length));
        }
}

/* A driver gives no program less than an Ethernet header, and neither does this call. */
static void less_than_a_header_is_refused(void)
{
    uint8_t bytes[LEAST_FRAME] = {0};
    uint32_t length;

    if (load())
        for (length = 1; length < LEAST_FRAME; length++)
            tap_equal(-EINVAL, kernel_run(&loaded, bytes, length));
}

static void counts_add_up(void)
{
    struct count expected[VERDICTS] = {{0}};
    uint8_t bytes[LONGEST_FRAME];
    uint32_t i, verdict;

    if (!load())
        return;
    for (i = 0; i < vectors->frames; i++) {
        memcpy(bytes, vectors->frame[i].bytes, vectors->frame[i].length);
        verdict = run(bytes, vectors->frame[i].length);
        expected[verdict % VERDICTS].frames++;
        expected[verdict % VERDICTS].bytes += vectors->frame[i].length;
    }
    for (i = 0; i < VERDICTS; i++) {
        tap_check(expected[i].frames > 0);
        tap_equal(expected[i].frames, kernel_count(&loaded, i).frames);
        tap_equal(expected[i].bytes, kernel_count(&loaded, i).bytes);
    }
}

static const struct frame *frame_of(const char *name)
{
    uint32_t i;

    for (i = 0; i < vectors->frames; i++)
        if (!strcmp(vectors->frame[i].name, name))
            return &vectors->frame[i];
    return NULL;
}

static uint32_t run_named(const char *name)
{
    const struct frame *frame = frame_of(name);
    uint8_t bytes[LONGEST_FRAME];

    memcpy(bytes, frame->bytes, frame->length);
    return run(bytes, frame->length);
}

static void rules_change_while_it_runs(void)
{
    const struct rule_key discard = {PROTOCOL_UDP, 0, 9}, other = {PROTOCOL_UDP, 0, 0};

    if (!load())
        return;
    tap_equal(VERDICT_DROP, run_named("udp-discard"));
    tap_equal(0, kernel_set_rule(&loaded, &discard, VERDICT_TX));
    tap_equal(VERDICT_TX, run_named("udp-discard"));
    tap_equal(0, kernel_drop_rule(&loaded, &discard));
    tap_equal(VERDICT_PASS, run_named("udp-discard"));
    tap_equal(0, kernel_set_rule(&loaded, &other, VERDICT_DROP));
    tap_equal(VERDICT_DROP, run_named("udp-discard"));
    tap_equal(VERDICT_DROP, run_named("udp-other-port"));
    tap_equal(0, kernel_set_rule(&loaded, &other, 17));
    tap_equal(VERDICT_ABORTED, run_named("udp-discard"));
}

static const struct tap_case cases[] = {
    {"the-verifier-accepts", the_verifier_accepts},
    {"each-frame-as-written", each_frame_as_written},
    {"answers-as-recorded", answers_as_recorded},
    {"each-byte-as-in-user-space", each_byte_as_in_user_space},
    {"less-than-a-header-is-refused", less_than_a_header_is_refused},
    {"counts-add-up", counts_add_up},
    {"rules-change-while-it-runs", rules_change_while_it_runs},
};
enum { CASES = sizeof cases / sizeof cases[0] };

static int record(void)
{
    struct utsname system;

    if (!load())
        return 1;
    uname(&system);
    printf("# given by Linux %d.%d, %s\n", atoi(system.release),
           atoi(strchr(system.release, '.') + 1), system.machine);
    answers_write(stdout, vectors, run);
    return 0;
}

/* Prints "attached", once it is, and after a SIGTERM a line for each verdict. */
static int attach(uint32_t interface)
{
    sigset_t end;
    uint32_t verdict;
    int link, signal;

    sigemptyset(&end);
    sigaddset(&end, SIGTERM);
    sigprocmask(SIG_BLOCK, &end, NULL);
    if (!load())
        return 1;
    printf("by the driver: %s\n", strerror(-kernel_attach(&loaded, interface, true)));
    link = kernel_attach(&loaded, interface, false);
    printf("%s\n", link < 0 ? strerror(-link) : "attached");
    fflush(stdout);
    if (link < 0)
        return 1;
    sigwait(&end, &signal);
    close(link);
    for (verdict = 0; verdict < VERDICTS; verdict++)
        printf("%s %llu\n", verdict_name(verdict),
               (unsigned long long)kernel_count(&loaded, verdict).frames);
    return 0;
}

/* The object lies beside the program. */
static void find_object(void)
{
    static const char name[] = "xdp.bpf.o";
    ssize_t length = readlink("/proc/self/exe", object, sizeof object - sizeof name);

    while (length > 0 && object[length - 1] != '/')
        length--;
    strcpy(object + (length > 0 ? length : 0), name);
}

static const char *why_not(void)
{
    static char why[128];
    int error = kernel_refuses();

    if (error) {
        snprintf(why, sizeof why, "it needs leave for bpf(2), which said: %s", strerror(error));
        return why;
    }
    return access(object, R_OK) ? "it needs clang to compile for BPF" : NULL;
}

int main(int words, char **word)
{
    vectors = vectors_read(FOLDER);
    host_rules(vectors->rule, vectors->rules);
    find_object();
    if (why_not())
        return tap_skip(cases, CASES, why_not());
    if (words > 1 && !strcmp(word[1], "record"))
        return record();
    if (words > 2 && !strcmp(word[1], "attach"))
        return attach(if_nametoindex(word[2]));
    return tap_run(cases, CASES);
}
