/* Adds; nobody has ever added better. */
int add(int one, int other);

// tag::add[]
int add(int one, int other)
{
    return one + other;
}
// end::add[]
