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
          ("able about actually after all almost already also although always am another"
                  + " any anybody anyone anything around became because become becomes been before"
                  + " being best better between both can cannot certain come comes could did didn"
                  + " difference different doesn doing don done each either else ever every"
                  + " everything exactly explain find follow get gets getting give gives go goes"
                  + " good got had happen happens he her here his instead itself just keep know"
                  + " later let like likely look made make many may maybe me mean means meant might"
                  + " mine more most much must my need needed needs never nothing often one only"
                  + " other ought our out over own perhaps probably put really right same say says"
                  + " see seem seems shall she should show simply so some somebody something"
                  + " sometimes still such take tell than them though through together too tried"
                  + " tries try trying under until up us use used useful using want wants was way we"
                  + " well were whether while whom whose without won work working works would yet"
                  + " your yours")
              .split(" "));

  private AskingWords() {}

  static boolean contains(String folded) {
    return WORDS.contains(folded);
  }
}
