//! Documents of office programs: which can be read, and how the others are told.

use std::sync::Arc;

use super::super::encodings::problem;
use super::super::expand::archive;
use super::super::source::Store;
use crate::error::{Error, Result, said};

/// Beginning of the files of old office programs, and of locked ones of new programs.
pub(super) const COMPOUND: &[u8] = b"\xD0\xCF\x11\xE0";

/// The text of a Word document as XML, unpacked.
///
/// # Errors
/// When the archive is no Word document, or cannot be unpacked.
pub(super) fn document(path: &str, bytes: &[u8]) -> Result<Vec<u8>> {
    let store = Store::Held(Arc::from(bytes));
    if let Some(document) = archive::by_path(path, &store, "word/document.xml")? {
        return Ok(document);
    }
    let has = |part: &str| archive::by_path(path, &store, part).is_ok_and(|part| part.is_some());
    let (reason, hint) = if has("xl/workbook.xml") {
        (
            said!("an Excel workbook", "是 Excel 工作簿"),
            said!("save the sheet with the texts as CSV", "请把正文所在的表另存为 CSV"),
        )
    } else if has("ppt/presentation.xml") {
        (said!("a PowerPoint file", "是 PowerPoint 文件"), save_as_docx())
    } else if has("META-INF/manifest.xml") {
        (said!("an OpenDocument file", "是 OpenDocument 文件"), save_as_docx())
    } else {
        (
            said!("an archive of files, and one report is wanted", "是压缩包，这里要的是一份报告"),
            said!("name a report in it, as in {path}/report.txt", "请指明里面的一份，如 {path}/report.txt"),
        )
    };
    Err(problem(path, reason, hint))
}

/// What is told of a file of an old office program, or of a locked one.
pub(super) fn compound(path: &str, bytes: &[u8]) -> Error {
    let name: Vec<u8> = "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
    if memchr::memmem::find(bytes, &name).is_some() {
        return problem(
            path,
            said!("is locked with a password", "加了密码"),
            said!("unlock it, and save it without a password", "请先解密，再存成不带密码的文件"),
        );
    }
    problem(path, said!("a file of an old office program (.doc)", "是旧版办公软件的文件（.doc）"), save_as_docx())
}

/// What is told of rich text.
pub(super) fn rich_text(path: &str) -> Error {
    problem(path, said!("a file of rich text (RTF)", "是 RTF 文件"), save_as_docx())
}

/// What is told of a PDF file where the program cannot read them.
#[cfg(not(feature = "pdf-input"))]
pub(super) fn pdf(path: &str) -> Error {
    problem(
        path,
        said!(
            "a PDF file, which this program was built without reading",
            "是 PDF 文件，这个程序编译时没有带上读 PDF 的功能"
        ),
        said!("build it with the feature pdf-input, or give the text", "请带上 pdf-input 功能编译，或改给文本"),
    )
}

fn save_as_docx() -> crate::error::Said {
    said!("open it and save it as .docx", "请打开它，另存为 .docx")
}
