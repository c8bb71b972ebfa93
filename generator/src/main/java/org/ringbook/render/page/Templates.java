package org.ringbook.render.page;

import freemarker.core.HTMLOutputFormat;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;

/** The template engine, set up so that it escapes by default and never hides a failure. */
final class Templates {

  private final Configuration configuration = new Configuration(Configuration.VERSION_2_3_34);

  Templates(Path dir) {
    try {
      configuration.setDirectoryForTemplateLoading(dir.toFile());
    } catch (IOException e) {
      throw new ThemeException("no folder of templates: " + dir, e);
    }
    configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
    configuration.setOutputFormat(HTMLOutputFormat.INSTANCE);
    configuration.setRecognizeStandardFileExtensions(true);
    configuration.setLocale(Locale.ROOT);
    configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
    configuration.setNumberFormat("computer");
    configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
    configuration.setLogTemplateExceptions(false);
    configuration.setWrapUncheckedExceptions(true);
    configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
    configuration.setAPIBuiltinEnabled(false);
    configuration.setFallbackOnNullLoopVariable(false);
    // Templates of a loaded theme don't change: the development server loads the theme anew.
    configuration.setTemplateUpdateDelayMilliseconds(Long.MAX_VALUE);
  }

  /** Fills the template of this name, given without its ending. */
  String fill(String name, Map<String, ?> values) {
    String file = name + ".ftlh";
    StringWriter out = new StringWriter(16_384);
    try {
      Template template = configuration.getTemplate(file);
      template.process(values, out);
    } catch (TemplateException e) {
      throw failure(file, e);
    } catch (IOException e) {
      throw new ThemeException("template " + file + ": " + e.getMessage(), e);
    }
    return out.toString();
  }

  private static ThemeException failure(String file, TemplateException e) {
    String source = e.getTemplateSourceName();
    String place = (source == null ? file : source) + ":" + e.getLineNumber();
    return new ThemeException("template " + place + ": " + e.getMessageWithoutStackTop(), e);
  }
}
