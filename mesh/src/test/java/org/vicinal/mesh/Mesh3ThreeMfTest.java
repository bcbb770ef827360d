package org.vicinal.mesh;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.offset;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** A 3MF's parts are its build items, with components in their places; its tricks are refused. */
class Mesh3ThreeMfTest {
  private static final Solid BOX = Solid.box(30, 20, 10);
  private static final String ITEM = "<item objectid=\"1\"/>";

  @Test
  void itemsAreTurnedScaledAndMirrored() throws Exception {
    var build =
        "<item objectid=\"1\" transform=\"0 2 0 -2 0 0 0 0 2 5 6 7\"/>"
            + "<item objectid=\"1\" transform=\"-1 0 0 0 1 0 0 0 1 0 0 0\"/>";
    var measure = measure(Solid.threeMf("millimeter", BOX.object(1), build));
    assertThat(measure.parts()).hasSize(2);
    assertThat(measure.parts().getFirst().box()).isEqualTo(new Box(-35, 6, 7, 5, 66, 27));
    assertThat(measure.parts().getFirst().volumeMm3()).isEqualTo(48_000, offset(1e-6));
    assertThat(measure.findings())
        .extracting(Finding::kind)
        .containsExactly(Finding.Kind.SEVERAL_PARTS); // mirrored, yet not inside out
    assertThat(measure.largestSides()).containsExactly(60.0, 40.0, 20.0);
  }

  @Test
  void componentsAreOnePart() throws Exception {
    var pair =
        "<object id=\"2\"><components><component objectid=\"1\"/>"
            + "<component objectid=\"1\" transform=\"1 0 0 0 1 0 0 0 1 100 0 0\"/></components></object>";
    var measure =
        measure(Solid.threeMf("millimeter", BOX.object(1) + pair, "<item objectid=\"2\"/>"));
    assertThat(measure.parts()).hasSize(1);
    assertThat(measure.largestSides()).containsExactly(130.0, 20.0, 10.0);
    assertThat(measure.volumeMm3()).isEqualTo(12_000, offset(1e-6));
  }

  @Test
  void objectsMayStandInAnotherModelOfThePackage() throws Exception {
    var files = new LinkedHashMap<String, byte[]>();
    files.put(
        "3D/3dmodel.model",
        bytes(
            "<model xmlns:p=\"http://schemas.microsoft.com/3dmanufacturing/production/2015/06\"><resources><object id=\"2\"><components><component p:path=\"/3D/Objects/a.model\" objectid=\"1\"/></components></object></resources><build><item objectid=\"2\"/></build></model>"));
    files.put(
        "3D/Objects/a.model",
        bytes("<model unit=\"centimeter\"><resources>" + BOX.object(1) + "</resources></model>"));
    assertThat(measure(Solid.zip(files)).largestSides()).containsExactly(300.0, 200.0, 100.0);
  }

  @Test
  void supportIsNoPart() throws Exception {
    var support = BOX.object(1).replace("type=\"model\"", "type=\"support\"");
    refused(Solid.threeMf("millimeter", support, ITEM), "found only support and surfaces");
  }

  @Test
  void aZipBombIsRefusedWhileItUnpacks() {
    byte[] bomb = new byte[64 << 20];
    var endless = new byte[2 << 20];
    java.util.Arrays.fill(endless, (byte) 'a');
    refused(Solid.zip(Map.of("3D/3dmodel.model", bomb)), "expected XML");
    var tag = bytes("<model unit=\"" + new String(endless, StandardCharsets.US_ASCII) + "\"/>");
    refused(Solid.zip(Map.of("3D/3dmodel.model", tag)), "a tag or text of more than");
    refused(Solid.zip(Map.of("Metadata/thumbnail.png", bomb)), "It may be a zip bomb");
  }

  @Test
  void aComponentBombNeverUnfolds() {
    var resources = new StringBuilder(BOX.object(1));
    for (int id = 2; id <= 30; id++) {
      resources.append("<object id=\"%d\"><components>".formatted(id));
      resources.append("<component objectid=\"%d\"/>".formatted(id - 1).repeat(10));
      resources.append("</components></object>");
    }
    refused(
        Solid.threeMf("millimeter", resources.toString(), "<item objectid=\"30\"/>"),
        "Expected at most 20000000 triangles with all copies");
  }

  @Test
  void aCircleOfComponentsIsRefused() {
    var circle = "<object id=\"1\"><components><component objectid=\"1\"/></components></object>";
    refused(Solid.threeMf("millimeter", circle, ITEM), "or a circle");
  }

  @Test
  void pathsThatLeaveThePackageAreRefused() {
    for (var name : new String[] {"../../etc/passwd", "3D\\x.model", "C:/x.model", "a/../../b"}) {
      refused(Solid.zip(Map.of(name, new byte[1])), "plain paths");
    }
  }

  @Test
  void entitiesAreNotExpanded() {
    var xml =
        "<!DOCTYPE m [<!ENTITY a \"aaaa\"><!ENTITY b SYSTEM \"file:///etc/hostname\">]><model><metadata>&a;&b;</metadata></model>";
    refused(Solid.zip(Map.of("3D/3dmodel.model", bytes(xml))), "");
  }

  @Test
  void whatIsMissingIsNamed() {
    refused(Solid.threeMf("parsec", "", ""), "but found \"parsec\"");
    refused(Solid.threeMf("inch", "", ""), "Expected 1 to 1000 parts in the 3MF, but found 0");
    refused(Solid.threeMf("inch", "", "<item objectid=\"7\"/>"), "to hold the object");
    refused(Solid.zip(Map.of("readme.txt", new byte[3])), "a zip package without one");
    refused(bytes("PK\3\4 and then nothing of a zip"), "");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static void refused(byte[] bytes, String words) {
    assertThatThrownBy(() -> measure(bytes))
        .isInstanceOf(MeshRefusal.class)
        .hasMessageContaining(words);
  }

  private static Measure measure(byte[] bytes) throws Exception {
    return Meshes.measure("part.3mf", Bytes.of(bytes), Limits.USUAL);
  }
}
