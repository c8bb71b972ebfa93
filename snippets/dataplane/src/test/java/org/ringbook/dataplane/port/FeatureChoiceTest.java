package org.ringbook.dataplane.port;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.ringbook.dataplane.port.Feature.*;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FeatureChoiceTest {
  private static final Set<Feature> ALL = Set.copyOf(EnumSet.allOf(Feature.class));
  private static final Set<Feature> TAGS = Set.of(VLAN_INSERT, VLAN_STRIP);

  @Test
  void whatTheDeviceHasIsGranted() {
    Set<Feature> wanted = Set.of(TX_CHECKSUM, SCATTER_GATHER, TSO4, RX_CHECKSUM);
    assertEquals(new FeatureChoice(wanted, Map.of()), FeatureChoice.of(ALL, wanted, TAGS));
  }

  @Test
  void whatItHasNotIsRefused() {
    var choice = FeatureChoice.of(Set.of(JUMBO), Set.of(JUMBO, RSS), Set.of());
    assertEquals(Set.of(JUMBO), choice.granted());
    assertEquals(Map.of(RSS, "the device has it not"), choice.refused());
  }

  @Test
  void segmentationGoesWithItsChecksum() {
    var choice = FeatureChoice.of(ALL, Set.of(SCATTER_GATHER, TSO4, TSO6), Set.of());
    assertEquals(Set.of(SCATTER_GATHER), choice.granted());
    assertEquals(Map.of(TSO4, "needs TX_CHECKSUM", TSO6, "needs TX_CHECKSUM"), choice.refused());
  }

  @Test
  void aRefusalDrawsOthersAfterIt() {
    Set<Feature> device = EnumSet.complementOf(EnumSet.of(SCATTER_GATHER));
    var choice = FeatureChoice.of(device, Set.of(SCATTER_GATHER, TX_CHECKSUM, TSO4), TAGS);
    assertEquals(Set.of(TX_CHECKSUM), choice.granted());
    assertEquals("needs SCATTER_GATHER", choice.refused().get(TSO4));
  }

  @Test
  void oneSwitchIsAllOrNothing() {
    var choice = FeatureChoice.of(ALL, Set.of(VLAN_STRIP, JUMBO), TAGS);
    assertEquals(Set.of(JUMBO), choice.granted());
    assertEquals(Map.of(VLAN_STRIP, "one switch for both"), choice.refused());
    assertEquals(Set.of(VLAN_STRIP), FeatureChoice.of(ALL, Set.of(VLAN_STRIP), Set.of()).granted());
  }
}
