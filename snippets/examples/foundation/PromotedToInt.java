//JAVA 25+
//DESCRIPTION Subtracts ring indices in 16 and 32 bits, as C and Java promote them.

// tag::ways[]
/** What {@code next - clean} is in C if both are u16: they are promoted to int. */
static int of16(char next, char clean) {
  return next - clean;
}

/** The same with both u32: C's result is unsigned, as this long says it. */
static long of32(int next, int clean) {
  return Integer.toUnsignedLong(next - clean);
}

/** Masked: right for powers of two, whichever width the indices have. */
static int masked(int next, int clean, int size) {
  return (next - clean) & (size - 1);
}

/** As the core has it: one comparison, any size, no negative number on the way. */
static int distance(int next, int clean, int size) {
  return next >= clean ? next - clean : next + size - clean;
}
// end::ways[]

void main() {
  IO.println("size  clean  next     u16         u32  masked  distance");
  show(512, 10, 14);
  show(512, 510, 2);
  show(1000, 990, 10);
  // tag::compare[]
  boolean short16 = of16((char) 2, (char) 510) < 64;
  boolean short32 = of32(2, 510) < 64;
  IO.println("4 in flight of 512: less than 64 in u16: " + short16);
  IO.println("4 in flight of 512: less than 64 in u32: " + short32);
  // end::compare[]
}

void show(int size, int clean, int next) {
  IO.println(
      "%4d%7d%6d%8d%12d%8d%10d"
          .formatted(
              size,
              clean,
              next,
              of16((char) next, (char) clean),
              of32(next, clean),
              masked(next, clean, size),
              distance(next, clean, size)));
}
