package org.ringbook.search.query;

import java.util.Set;

/**
 * Words that make a question of a query and say nothing about its answer: {@code can I}, {@code
 * what must}, {@code be used}. They are left out of long queries only, because alone some of them
 * are names here: CAN is a bus, {@code get} an operation.
 */
final class AskingWords {

  private static final Set<String> WORDS =
      Set.of(
          ("about after all almost already also always am another any anybody anyone anything"
                  + " around because been before being best better between both can cannot could did"
                  + " different difference doing don done each either else ever every everything"
                  + " exactly explain find follow get gets getting give gives go goes good got had"
                  + " happen happens he her here his just keep know later let like look made make many"
                  + " may maybe me mean means meant might more most much must my need needed needs"
                  + " never nothing one only other our out over own put really right same say says see"
                  + " shall she should show so some somebody something still such take tell than them"
                  + " though through together too under until up us use used useful using want wants"
                  + " was way we well were while whom whose without won work working works would yet"
                  + " your")
              .split(" "));

  private AskingWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
