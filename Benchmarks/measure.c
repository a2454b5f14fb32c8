// Runs one command with its output thrown away and says what it took. Small, because a child's peak memory counts from
// the size of the process that started it: measured from Python, no program would seem to need less than 14 MB.
//
// Usage: measure REPORT COMMAND [ARGUMENT…]
// Writes "wall user system peak status" to the file REPORT: seconds, seconds, seconds, kilobytes, exit status.

#define _GNU_SOURCE
#include <fcntl.h>
#include <spawn.h>
#include <stdio.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <time.h>

extern char **environ;

static double seconds(struct timeval time) { return (double)time.tv_sec + (double)time.tv_usec / 1e6; }

int main(int count, char **arguments) {
    if (count < 3) return 2;
    posix_spawn_file_actions_t streams;
    posix_spawn_file_actions_init(&streams);
    posix_spawn_file_actions_addopen(&streams, 0, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(&streams, 1, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_addopen(&streams, 2, "/dev/null", O_WRONLY, 0);

    struct timespec start, end;
    clock_gettime(CLOCK_MONOTONIC, &start);
    pid_t child;
    if (posix_spawnp(&child, arguments[2], &streams, NULL, arguments + 2, environ) != 0) return 127;
    int status;
    struct rusage usage;
    if (wait4(child, &status, 0, &usage) != child) return 127;
    clock_gettime(CLOCK_MONOTONIC, &end);

    FILE *report = fopen(arguments[1], "w");
    if (!report) return 127;
#ifdef __APPLE__
    long peak = usage.ru_maxrss / 1024;  // bytes there, kilobytes elsewhere
#else
    long peak = usage.ru_maxrss;
#endif
    fprintf(report, "%.6f %.6f %.6f %ld %d\n",
            (double)(end.tv_sec - start.tv_sec) + (double)(end.tv_nsec - start.tv_nsec) / 1e9,
            seconds(usage.ru_utime), seconds(usage.ru_stime), peak,
            WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status));
    return fclose(report) == 0 ? 0 : 127;
}
