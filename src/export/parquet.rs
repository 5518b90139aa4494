//! Parquet: the tables of [`super::table`] as columns, compressed with Snappy.

use std::io::{self, Write};
use std::sync::Arc;

use parquet::basic::{Compression, ConvertedType, LogicalType, Repetition, Type as Physical};
use parquet::data_type::{BoolType, ByteArray, ByteArrayType, DataType, DoubleType, Int64Type};
use parquet::errors::{ParquetError, Result as ParquetResult};
use parquet::file::properties::WriterProperties;
use parquet::file::writer::{SerializedFileWriter, SerializedRowGroupWriter};
use parquet::schema::types::Type;

use super::property::{Cell, Column, Sort};
use super::table::Table;
use super::whole::Part;
use super::{Options, failed};
use crate::error::Error;
use crate::graph::KnowledgeGraph;

/// Rows of a row group: as many as are held in memory as columns at a time.
const GROUP: usize = 65_536;

pub(super) fn parts<'g>(graph: &'g KnowledgeGraph, options: Options) -> Vec<Part<'g>> {
    let part = |table: Table| {
        Part::new(format!("{}.parquet", table.name()), move |out: &mut dyn Write| {
            write(table, graph, options, out).map_err(unnamed)
        })
    };
    Table::ALL.into_iter().map(part).collect()
}

fn unnamed(error: ParquetError) -> Error {
    match error {
        ParquetError::External(source) => match source.downcast::<io::Error>() {
            Ok(source) => failed(*source),
            Err(other) => failed(io::Error::other(other.to_string())),
        },
        other => failed(io::Error::other(other.to_string())),
    }
}

fn write(table: Table, graph: &KnowledgeGraph, options: Options, out: &mut dyn Write) -> ParquetResult<()> {
    let columns = table.columns();
    let properties = WriterProperties::builder()
        .set_compression(Compression::SNAPPY)
        .set_created_by(concat!("tuzhi ", env!("CARGO_PKG_VERSION")).into())
        .build();
    // The writer wants to be sent to other threads; a buffer of the file can be.
    let mut bytes = Vec::new();
    let mut file = SerializedFileWriter::new(&mut bytes, Arc::new(schema(table, &columns)?), Arc::new(properties))?;
    let mut rows = table.rows(graph, options.quotes).peekable();
    while rows.peek().is_some() {
        let group: Vec<Vec<Cell<'_>>> = rows.by_ref().take(GROUP).collect();
        let mut writer = file.next_row_group()?;
        for (at, column) in columns.iter().enumerate() {
            fill(*column, group.iter().map(|row| &row[at]), &mut writer)?;
        }
        writer.close()?;
    }
    file.close()?;
    out.write_all(&bytes)?;
    Ok(())
}

/// Every column may be null, save lists, which may be empty.
fn schema(table: Table, columns: &[Column]) -> ParquetResult<Type> {
    let fields = columns.iter().map(|column| field(*column).map(Arc::new)).collect::<ParquetResult<Vec<_>>>()?;
    Type::group_type_builder(table.name()).with_fields(fields).build()
}

fn field(column: Column) -> ParquetResult<Type> {
    let single = |physical| Type::primitive_type_builder(column.name, physical).with_repetition(Repetition::OPTIONAL);
    match column.sort {
        Sort::Text => single(Physical::BYTE_ARRAY).with_logical_type(Some(LogicalType::String)).build(),
        Sort::Number => single(Physical::DOUBLE).build(),
        Sort::Integer => single(Physical::INT64).build(),
        Sort::Flag => single(Physical::BOOLEAN).build(),
        Sort::Texts => list(
            column.name,
            Type::primitive_type_builder("element", Physical::BYTE_ARRAY)
                .with_logical_type(Some(LogicalType::String))
                .with_repetition(Repetition::REQUIRED)
                .build()?,
        ),
        Sort::Integers => list(
            column.name,
            Type::primitive_type_builder("element", Physical::INT64).with_repetition(Repetition::REQUIRED).build()?,
        ),
    }
}

/// The three levels that the format prescribes for a list.
fn list(name: &str, element: Type) -> ParquetResult<Type> {
    let members = Type::group_type_builder("list")
        .with_repetition(Repetition::REPEATED)
        .with_fields(vec![Arc::new(element)])
        .build()?;
    Type::group_type_builder(name)
        .with_repetition(Repetition::REQUIRED)
        .with_logical_type(Some(LogicalType::List))
        .with_converted_type(ConvertedType::LIST)
        .with_fields(vec![Arc::new(members)])
        .build()
}

/// Values with their definition levels, and repetition levels for lists.
struct Levels<V> {
    values: Vec<V>,
    defined: Vec<i16>,
    repeated: Option<Vec<i16>>,
}

impl<V> Levels<V> {
    fn single(values: impl Iterator<Item = Option<V>>) -> Self {
        let mut levels = Self { values: Vec::new(), defined: Vec::new(), repeated: None };
        for value in values {
            levels.defined.push(i16::from(value.is_some()));
            levels.values.extend(value);
        }
        levels
    }

    fn lists(lists: impl Iterator<Item = Vec<V>>) -> Self {
        let (mut values, mut defined, mut repeated) = (Vec::new(), Vec::new(), Vec::new());
        for list in lists {
            if list.is_empty() {
                defined.push(0);
                repeated.push(0);
            }
            for (at, value) in list.into_iter().enumerate() {
                defined.push(1);
                repeated.push(i16::from(at > 0));
                values.push(value);
            }
        }
        Self { values, defined, repeated: Some(repeated) }
    }

    fn write<T: DataType<T = V>>(self, group: &mut SerializedRowGroupWriter<'_, &mut Vec<u8>>) -> ParquetResult<()> {
        let Some(mut column) = group.next_column()? else {
            return Err(ParquetError::General("more columns than the schema has".into()));
        };
        column.typed::<T>().write_batch(&self.values, Some(&self.defined), self.repeated.as_deref())?;
        column.close()
    }
}

fn fill<'c, 'g: 'c>(
    column: Column,
    cells: impl Iterator<Item = &'c Cell<'g>>,
    group: &mut SerializedRowGroupWriter<'_, &mut Vec<u8>>,
) -> ParquetResult<()> {
    match column.sort {
        Sort::Text => Levels::single(cells.map(|cell| match cell {
            Cell::Text(text) => Some(ByteArray::from(*text)),
            Cell::Made(text) => Some(ByteArray::from(text.as_str())),
            _ => None,
        }))
        .write::<ByteArrayType>(group),
        Sort::Number => Levels::single(cells.map(|cell| match cell {
            Cell::Number(number) => Some(*number),
            _ => None,
        }))
        .write::<DoubleType>(group),
        Sort::Integer => Levels::single(cells.map(|cell| match cell {
            Cell::Integer(number) => Some(*number),
            _ => None,
        }))
        .write::<Int64Type>(group),
        Sort::Flag => Levels::single(cells.map(|cell| match cell {
            Cell::Flag(flag) => Some(*flag),
            _ => None,
        }))
        .write::<BoolType>(group),
        Sort::Texts => Levels::lists(cells.map(|cell| match cell {
            Cell::Texts(texts) => texts.iter().map(|text| ByteArray::from(*text)).collect(),
            _ => Vec::new(),
        }))
        .write::<ByteArrayType>(group),
        Sort::Integers => Levels::lists(cells.map(|cell| match cell {
            Cell::Integers(numbers) => numbers.clone(),
            _ => Vec::new(),
        }))
        .write::<Int64Type>(group),
    }
}
