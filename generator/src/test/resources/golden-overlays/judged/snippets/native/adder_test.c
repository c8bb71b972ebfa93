#include <stdio.h>

int add(int one, int other);

int main(void)
{
    int right = add(2, 3) == 5;

    printf("1..1\n%s 1 - adds\n", right ? "ok" : "not ok");
    return !right;
}
