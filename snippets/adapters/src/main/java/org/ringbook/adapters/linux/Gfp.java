package org.ringbook.adapters.linux;

/** How an allocation may behave ({@code include/linux/gfp_types.h}). */
public enum Gfp {
  /** May sleep until there is memory. */
  GFP_KERNEL,
  /** Never sleeps, and so fails sooner. */
  GFP_ATOMIC
}
