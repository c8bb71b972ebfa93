package org.ringbook.dataplane.offload;

/** Divides a whole in proportion to weights, without remainder. */
final class Shares {
  private Shares() {}

  /**
   * Rounds running sums down: the share of the first n is
   * always the rounded-down due of the first n, so the shares add up to the whole.
   *
   * @throws IllegalArgumentException if a weight is negative or all are 0
   */
  static int[] of(int whole, int... weights) {
    long all = sum(weights);
    int[] shares = new int[weights.length];
    long weight = 0;
    int given = 0;
    for (int i = 0; i < weights.length; i++) {
      weight += weights[i];
      int due = (int) (whole * weight / all);
      shares[i] = due - given;
      given = due;
    }
    return shares;
  }

  private static long sum(int[] weights) {
    long sum = 0;
    for (int weight : weights) {
      if (weight < 0) {
        throw new IllegalArgumentException("weight " + weight + " is negative");
      }
      sum += weight;
    }
    if (sum == 0) {
      throw new IllegalArgumentException("no queue has a weight");
    }
    return sum;
  }
}
