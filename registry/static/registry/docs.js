"use strict";
// Draws the addresses from our own OpenAPI description; asks no other host, validates nowhere else.

// The drawing library speaks English only; on a Chinese page its labels are said in Chinese.
const LABELS = {
  "Authorize": "填入密钥",
  "Available authorizations": "密钥",
  "Available values": "可用的值",
  "Cancel": "取消",
  "Clear": "清除",
  "Close": "关闭",
  "Code": "状态",
  "Controls ": "由 ",
  " header.": " 头指定。",
  "Curl": "命令",
  "Description": "说明",
  "Details": "详情",
  "Download": "下载",
  "Example Value": "示例",
  "Execute": "发送",
  "Links": "链接",
  "Loading...": "载入中…",
  "Logout": "移除",
  "Media type": "格式",
  "Name": "名称",
  "Name:": "名称：",
  "In:": "位置：",
  "Value:": "值：",
  "No links": "无",
  "No parameters": "没有参数",
  "Parameters": "参数",
  "Request URL": "请求地址",
  "Response body": "回答正文",
  "Response headers": "回答头部",
  "Responses": "回答",
  "Schema": "结构",
  "Schemas": "数据结构",
  "Server response": "实际回答",
  "Try it out": "试用",
};

function sayInChinese(root) {
  const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  while (texts.nextNode()) {
    const said = LABELS[texts.currentNode.nodeValue];
    if (said) texts.currentNode.nodeValue = said;
  }
}

document.addEventListener("DOMContentLoaded", () => {
  const place = document.getElementById("addresses");
  if (document.documentElement.lang.startsWith("zh")) {
    new MutationObserver(() => sayInChinese(place)).observe(place, { childList: true, subtree: true });
  }
  window.SwaggerUIBundle({
    url: place.dataset.schema,
    domNode: place,
    presets: [window.SwaggerUIBundle.presets.apis],
    layout: "BaseLayout",
    validatorUrl: null,
    docExpansion: "list",
    defaultModelsExpandDepth: 0,
    supportedSubmitMethods: ["get", "post"],
  });
});
