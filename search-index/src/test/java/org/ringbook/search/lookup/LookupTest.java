package org.ringbook.search.lookup;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.ringbook.search.apimap.Match;
import org.ringbook.search.apimap.Os;

class LookupTest {

  private static final Lookup LOOKUP = HandbookLookup.LOOKUP;

  private static List<String> ids(Answer answer) {
    return answer.hits().stream().map(hit -> hit.concept().id()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "dma_map_single",
        "DMA_Map_Single",
        "dma_map_single()",
        "dma_map_single(dev, p, n, DMA_TO_DEVICE);",
        "dma map single",
        "dma-map-single",
        "what is dma_map_single on FreeBSD?",
        "Map one buffer for a transfer"
      })
  void a_name_is_found_however_it_is_written(String text) {
    Answer answer = LOOKUP.ask(text);

    assertEquals(Status.FOUND, answer.status());
    assertEquals("dma-map-single", ids(answer).getFirst());
    assertEquals("", answer.message());
  }

  @ParameterizedTest
  @CsvSource({
    "dma_map_singel, dma_map_single",
    "dma_mp_sngle, dma_map_single",
    "map_single, dma_map_single",
    "single map dma, dma_map_single",
    "napi_compl_done, napi_complete_done",
    "allocatesharedmem, NdisMAllocateSharedMemory",
    "complete napi, napi_complete_done",
    "map_singel, dma_map_single"
  })
  void what_is_near_is_suggested(String typed, String meant) {
    Answer answer = LOOKUP.ask(typed);

    assertEquals(Status.SUGGESTION, answer.status());
    assertTrue(
        answer.names().subList(0, Math.min(3, answer.names().size())).contains(meant),
        () -> answer.names().toString());
    assertTrue(answer.message().contains("Did you mean"), answer::message);
  }

  @Test
  void a_name_that_never_existed_is_refused_and_answered() {
    Answer answer = LOOKUP.ask("if_rss_set_key");

    assertEquals(Status.FALSE_FRIEND, answer.status());
    assertTrue(
        answer.message().startsWith("if_rss_set_key does not exist on FreeBSD"), answer::message);
    assertTrue(answer.hits().getFirst().warnings().anyMatch(it -> it.os() == Os.FREEBSD));
  }

  @Test
  void a_name_that_is_right_here_and_wrong_there_is_found_with_a_warning() {
    Answer answer = LOOKUP.ask("NdisMAllocateSharedMemory");

    assertEquals(Status.FOUND, answer.status());
    assertTrue(ids(answer).contains("dma-alloc-coherent"));
    assertTrue(answer.message().startsWith("Not for “"), answer::message);
  }

  @Test
  void of_two_systems_with_one_name_the_asked_one_counts() {
    Question question = new Question("bus_dmamap_load", Optional.of(Os.NETBSD), Optional.empty());

    assertTrue(
        LOOKUP.ask(question).hits().stream()
            .flatMap(hit -> hit.matches().stream())
            .map(Match::os)
            .allMatch(Os.NETBSD::equals));
    assertTrue(
        LOOKUP.ask("bus_dmamap_load").hits().stream()
            .flatMap(hit -> hit.matches().stream())
            .map(Match::os)
            .anyMatch(Os.FREEBSD::equals));
  }

  @Test
  void a_name_of_another_system_is_found_and_placed() {
    Question question = new Question("napi_schedule", Optional.of(Os.WINDOWS), Optional.empty());

    Answer answer = LOOKUP.ask(question);

    assertEquals(Status.FOUND, answer.status());
    assertEquals(
        "The map has no napi_schedule on Windows; it is a name of Linux.", answer.message());
  }

  @Test
  void concepts_with_calls_on_the_target_come_first() {
    Question question = new Question("bus_dmamap_load", Optional.empty(), Optional.of(Os.LINUX));

    List<Boolean> lacking =
        LOOKUP.ask(question).hits().stream()
            .filter(Hit::isRight)
            .map(hit -> hit.concept().on(Os.LINUX).none())
            .toList();

    assertEquals(lacking.stream().sorted().toList(), lacking);
    assertEquals(false, lacking.getFirst());
  }

  @Test
  void words_of_a_title_lead_to_its_concept() {
    Answer answer = LOOKUP.ask("how do I map one buffer for a transfer?");

    assertTrue(ids(answer).contains("dma-map-single"), () -> ids(answer).toString());
  }

  @Test
  void words_of_a_sentence_are_no_names() {
    assertEquals(Status.SUGGESTION, LOOKUP.ask("free memory").status());
    assertEquals(Status.FOUND, LOOKUP.ask("free").status());
    assertEquals(Status.FOUND, LOOKUP.ask("use MCLGET here").status());
  }

  @ParameterizedTest
  @ValueSource(strings = {"net_device_ops.ndo_start_xmit", "dev->netdev_ops->ndo_start_xmit(skb)"})
  void a_member_is_found_behind_its_structure(String text) {
    assertTrue(LOOKUP.ask(text).names().contains("ndo_start_xmit"));
  }

  @Test
  void a_short_word_is_not_stretched_to_a_part_of_some_name() {
    assertTrue(LOOKUP.ask("ifnet").names().stream().noneMatch(name -> name.contains("INET")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "   ", "\u0000\u0007", "()", "***", "<>", "…", "éèê"})
  void what_holds_no_name_is_told_so(String text) {
    Answer answer = LOOKUP.ask(text);

    assertEquals(Status.NONE, answer.status());
    assertTrue(answer.message().contains("no name"), answer::message);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qqqqzzzz", "../../etc/passwd", "+title:x~2 AND ("})
  void what_is_like_nothing_is_told_so(String text) {
    Answer answer = LOOKUP.ask(text);

    assertEquals(Status.NONE, answer.status());
    assertTrue(answer.message().startsWith("Nothing in the map is near"), answer::message);
  }
}
