//JAVA 25+
//DESCRIPTION Lays out C structures for four ABIs, and compares the offsets.

import java.util.ArrayList;
import java.util.List;

/** Sizes of a C ABI in bytes; no type is aligned to more than {@code align}. */
record Abi(String name, int longs, int pointers, int dmaAddress, int align) {
  int size(String type) {
    return switch (type) {
      case "u32" -> 4;
      case "u64" -> 8;
      case "unsigned long" -> longs;
      case "dma_addr_t" -> dmaAddress;
      case "void *" -> pointers;
      default -> throw new IllegalArgumentException(type);
    };
  }
}

// tag::abis[]
static final List<Abi> ABIS =
    List.of(
        new Abi("LP64: Linux, BSD, illumos", 8, 8, 8, 8),
        new Abi("LLP64: Windows", 4, 8, 8, 8),
        new Abi("ILP32: 32-bit ARM", 4, 4, 4, 8),
        new Abi("ILP32: 32-bit x86", 4, 4, 4, 4));
// end::abis[]

void main() {
  // tag::structures[]
  show("as in a Linux driver", "unsigned long", "u32", "dma_addr_t", "void *");
  show("widths fixed", "u32", "u64", "u32");
  show("widths fixed, longest first", "u64", "u32", "u32");
  // end::structures[]
}

void show(String title, String... members) {
  IO.println(title + ": " + String.join(", ", members));
  for (Abi abi : ABIS) {
    IO.println("  %-26s %s".formatted(abi.name(), layOut(abi, members)));
  }
}

// tag::rule[]
/** Each member at a multiple of its alignment; the end at one of the widest. */
String layOut(Abi abi, String... members) {
  List<Integer> offsets = new ArrayList<>();
  int at = 0;
  int widest = 1;
  for (String member : members) {
    int alignment = Math.min(abi.size(member), abi.align());
    widest = Math.max(widest, alignment);
    at = roundUp(at, alignment);
    offsets.add(at);
    at += abi.size(member);
  }
  return "offsets " + offsets + ", size " + roundUp(at, widest);
}
// end::rule[]

int roundUp(int value, int alignment) {
  return (value + alignment - 1) / alignment * alignment;
}
