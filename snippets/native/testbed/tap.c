#include "tap.h"

#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <sys/wait.h>
#include <unistd.h>

#include "rule.h"

enum { FAILED = 1, MOST_FAILURES = 20 }; /* then a case gives up */

static int failures;

static void fail(void)
{
    if (++failures >= MOST_FAILURES) {
        printf("# and so on\n");
        exit(FAILED);
    }
}

bool tap_expect(bool holds, const char *what, const char *file, int line)
{
    if (!holds) {
        printf("# %s:%d: %s\n", file, line, what);
        fail();
    }
    return holds;
}

bool tap_expect_equal(long long expected, long long actual, const char *what, const char *file,
                      int line)
{
    if (expected != actual) {
        printf("# %s:%d: %s is %lld, expected %lld\n", file, line, what, actual, expected);
        fail();
    }
    return expected == actual;
}

static unsigned seconds(void)
{
    const char *given = getenv("TAP_SECONDS");

    return given ? (unsigned)strtoul(given, NULL, 10) : TAP_SECONDS;
}

/* Seconds of the CPU, so that a busy machine fails no case; and ten times as many at all. */
static void limit(unsigned most)
{
    struct itimerval timer = {.it_value = {.tv_sec = (time_t)most}};

    setitimer(ITIMER_PROF, &timer, NULL);
    alarm(10 * most);
}

static bool is_time_out(int signal)
{
    return signal == SIGPROF || signal == SIGALRM;
}

/* Runs it in a child; gives its status as waitpid does. */
static int in_child(void (*run)(void))
{
    pid_t child;
    int status = 0;

    fflush(NULL);
    child = fork();
    if (child == 0) {
        limit(seconds());
        run();
        exit(failures ? FAILED : 0); /* by exit, so that leaks are looked for */
    }
    waitpid(child, &status, 0);
    return status;
}

static bool report(size_t number, const char *name, int status)
{
    if (WIFSIGNALED(status))
        printf("# ended by signal %d%s\n", WTERMSIG(status),
               is_time_out(WTERMSIG(status)) ? ": time-out" : "");
    else if (WEXITSTATUS(status) > FAILED)
        printf("# ended with status %d\n", WEXITSTATUS(status));
    printf("%s %zu - %s\n", status == 0 ? "ok" : "not ok", number, name);
    return status == 0;
}

int tap_run(const struct tap_case *cases, size_t count)
{
    const char *only = getenv("TAP_ONLY");
    size_t i;
    int failed = 0;

    printf("TAP version 14\n1..%zu\n", count);
    for (i = 0; i < count; i++) {
        if (only && !strstr(cases[i].name, only))
            printf("ok %zu - %s # SKIP not asked for\n", i + 1, cases[i].name);
        else if (!report(i + 1, cases[i].name, in_child(cases[i].run)))
            failed = 1;
    }
    return failed;
}

int tap_skip(const struct tap_case *cases, size_t count, const char *why)
{
    size_t i;

    printf("TAP version 14\n1..%zu\n", count);
    for (i = 0; i < count; i++)
        printf("ok %zu - %s # SKIP %s\n", i + 1, cases[i].name, why);
    return 0;
}

/* The child's stderr, read by the parent, tells which rule it was. */
bool tap_breaks(const char *rule, void (*run)(void))
{
    char text[512] = "", expected[128];
    FILE *heard = tmpfile();
    int saved = dup(STDERR_FILENO), status;
    size_t length;

    fflush(NULL);
    dup2(fileno(heard), STDERR_FILENO);
    status = in_child(run);
    dup2(saved, STDERR_FILENO);
    close(saved);
    rewind(heard);
    length = fread(text, 1, sizeof text - 1, heard);
    fclose(heard);
    snprintf(expected, sizeof expected, "RULE %s:", rule);
    if (length && !strstr(text, expected))
        printf("# stderr: %s\n", text);
    return WIFEXITED(status) && WEXITSTATUS(status) == RULE_EXIT_STATUS &&
           strstr(text, expected);
}
