//! The same questions for agents, by the Model Context Protocol.

use std::sync::Arc;

use rmcp::ServerHandler;
use rmcp::model::{
    CallToolRequestParams, CallToolResponse, CallToolResult, Implementation, ListToolsResult, PaginatedRequestParams,
    ServerCapabilities, ServerConfig, Tool, ToolAnnotations,
};
use rmcp::service::{RequestContext, RoleServer};

use super::arguments::Arguments;
use super::http::Desk;
use super::problem::Problem;
use super::questions::answer;
use super::spec::QUESTIONS;

/// What agents are told at first.
const INSTRUCTIONS: &str = "\
A knowledge graph made of the work reports of Chinese governments: enterprises, projects, places, programs \
and more, with relations and dated facts. Every statement says whether it is done, ongoing or planned, for which \
years, how sure it is, and carries citations: the report, bytes of its clean text, and the words. Quote them. \
Begin with `search`, go on with ids. `evidence` reads the place of a citation with what stands around it.";

/// Answers agents from a graph.
#[derive(Clone)]
pub struct Agents {
    desk: Desk,
}

impl Agents {
    /// Answers from what lies on `desk`.
    pub fn new(desk: Desk) -> Self {
        Self { desk }
    }

    async fn answer(&self, request: CallToolRequestParams) -> Result<serde_json::Value, Problem> {
        let Some((name, question)) = QUESTIONS.get_key_value(&*request.name) else {
            return Err(Problem::not_found(format!("there is no tool “{}”", request.name)));
        };
        let asked = Arguments::of_object(question, request.arguments.unwrap_or_default())?;
        self.desk.work(move |live, loaded| answer(live, loaded, name, &asked)).await
    }
}

impl ServerHandler for Agents {
    fn get_info(&self) -> ServerConfig {
        let mut info = ServerConfig::new(ServerCapabilities::builder().enable_tools().build());
        info.server_info = Implementation::new("tuzhi", env!("CARGO_PKG_VERSION"));
        info.instructions = Some(INSTRUCTIONS.into());
        info
    }

    async fn list_tools(
        &self,
        _: Option<PaginatedRequestParams>,
        _: RequestContext<RoleServer>,
    ) -> Result<ListToolsResult, rmcp::ErrorData> {
        let tools = QUESTIONS.iter().map(|(name, question)| {
            let about = format!("{}. {}", question.summary, question.about);
            Tool::new(*name, about, Arc::new(question.schema()))
                .with_annotations(ToolAnnotations::new().read_only(true).open_world(false))
        });
        Ok(ListToolsResult::with_all_items(tools.collect()))
    }

    async fn call_tool(
        &self,
        request: CallToolRequestParams,
        _: RequestContext<RoleServer>,
    ) -> Result<CallToolResponse, rmcp::ErrorData> {
        // What is wrong is told the agent, who may ask better.
        let result = match self.answer(request).await {
            Ok(told) => CallToolResult::structured(told),
            Err(problem) => CallToolResult::structured_error(serde_json::to_value(problem).unwrap_or_default()),
        };
        Ok(result.into())
    }
}
